package planted.ukur.helpers;

/** A planted fault: a package nobody has decided on. */
final class Stranger {}
