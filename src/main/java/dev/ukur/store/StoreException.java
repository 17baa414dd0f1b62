package dev.ukur.store;

/** The engine failed at something that no user input explains: a fault in Ukur, or in the machine. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreException(String doing, Throwable cause) {
        super(doing + ": " + cause.getMessage(), cause);
    }
}
