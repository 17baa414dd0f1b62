@echo off
rem Starts Ukur on Windows. Minimal: needs JDK 17 or newer in JAVA_HOME or on PATH; not tried on a real Windows yet.
setlocal
set "ROOT=%~dp0"
set "DIST=%ROOT%target\dist"
if exist "%ROOT%lib\ukur.jar" set "DIST=%ROOT%."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if not exist "%DIST%\lib\ukur.jar" (
  echo ukur: menyiapkan program, sekali saja / building the program, once... 1>&2
  call "%ROOT%mvnw.cmd" -f "%ROOT%pom.xml" -B -q -Dfast -Dmaven.test.skip=true package 1>&2 || exit /b 70
)
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xlog:disable -Xlog:all=error:stderr -Dfile.encoding=UTF-8 "-Djava.library.path=%DIST%\lib" -jar "%DIST%\lib\ukur.jar" %*
exit /b %ERRORLEVEL%
