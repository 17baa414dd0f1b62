package dev.ukur.delivery.report.dashboard;

/** A file by its last name, with the member of an archive. */
final class LastName {

    private LastName() {}

    static String of(String file) {
        int member = file.indexOf('!');
        String path = member < 0 ? file : file.substring(0, member);
        return file.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
