package dev.ukur.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What the compiler's own parser sees in a Java file.
 *
 * @param file relative to the project
 * @param methods with a body, constructors too
 * @param types declared, nested ones too
 * @param problemCodes text literals handed to a {@code Problem}
 * @param findingTexts keys of the texts that findings made here need: sentences, titles, headings
 * @param literals all text literals
 * @param usesSystemOut whether {@code System.out} or {@code System.err} is named
 */
record JavaSource(
        Path file,
        List<Method> methods,
        List<Type> types,
        Set<String> problemCodes,
        Set<String> findingTexts,
        Set<String> literals,
        boolean usesSystemOut) {

    /** A method: its length in lines with its signature, and its number of parameters. */
    record Method(String name, long lines, int parameters, boolean isPrivate) {}

    /** A type, and whether it is public at the top level without a Javadoc comment. */
    record Type(String name, boolean publicWithoutJavadoc) {}

    /** Parses files. */
    static List<JavaSource> parse(List<Path> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    manager,
                    null,
                    List.of("-proc:none"),
                    null,
                    manager.getJavaFileObjectsFromPaths(
                            files.stream().map(ProjectFiles.ROOT::resolve).toList()));
            Trees trees = Trees.instance(task);
            List<JavaSource> sources = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                sources.add(new Reader(unit, trees).read());
            }
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Walks one file. */
    private static final class Reader extends TreePathScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final Trees trees;
        private final List<Method> methods = new ArrayList<>();
        private final List<Type> types = new ArrayList<>();
        private final Set<String> problemCodes = new TreeSet<>();
        private final Set<String> findingTexts = new TreeSet<>();
        private final Set<String> literals = new TreeSet<>();
        private boolean usesSystemOut;

        Reader(CompilationUnitTree unit, Trees trees) {
            this.unit = unit;
            this.trees = trees;
        }

        JavaSource read() {
            scan(unit, null);
            Path file =
                    ProjectFiles.ROOT.relativize(Path.of(unit.getSourceFile().toUri()));
            return new JavaSource(file, methods, types, problemCodes, findingTexts, literals, usesSystemOut);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (method.getBody() != null) {
                methods.add(new Method(
                        method.getName().toString(),
                        lines(method),
                        method.getParameters().size(),
                        method.getModifiers().getFlags().contains(Modifier.PRIVATE)));
            }
            return super.visitMethod(method, nothing);
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            boolean topLevel = getCurrentPath().getParentPath().getLeaf() == unit;
            boolean isPublic = type.getModifiers().getFlags().contains(Modifier.PUBLIC);
            boolean bare = topLevel && isPublic && trees.getDocComment(getCurrentPath()) == null;
            types.add(new Type(type.getSimpleName().toString(), bare));
            return super.visitClass(type, nothing);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            String called = call.getMethodSelect().toString();
            if (called.equals("Problem.error") || called.equals("Problem.warning")) {
                code(call.getArguments());
            }
            if (call.getArguments().size() > 0) {
                FindingTexts.key(call)
                        .ifPresent(key -> FindingTexts.texts(call.getArguments().get(0))
                                .forEach(text -> findingTexts.add(key + text)));
            }
            return super.visitMethodInvocation(call, nothing);
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void nothing) {
            if (made.getIdentifier().toString().equals("Problem")) {
                code(made.getArguments());
            }
            return super.visitNewClass(made, nothing);
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void nothing) {
            if (literal.getValue() instanceof String text) {
                literals.add(text);
            }
            return super.visitLiteral(literal, nothing);
        }

        @Override
        public Void visitMemberSelect(MemberSelectTree select, Void nothing) {
            String text = select.toString();
            usesSystemOut |= text.equals("System.out") || text.equals("System.err");
            return super.visitMemberSelect(select, nothing);
        }

        private void code(List<? extends ExpressionTree> arguments) {
            if (arguments.get(0) instanceof LiteralTree literal && literal.getValue() instanceof String text) {
                problemCodes.add(text);
            }
        }

        private long lines(Tree tree) {
            SourcePositions positions = trees.getSourcePositions();
            long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
            long last = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, tree));
            return last - first + 1;
        }
    }
}
