package planted.ukur.delivery.cli;

import planted.ukur.store.AsksTheScreen;

/** The other half of a planted circle. */
public final class Screen {

    /** Columns of the terminal. */
    public int width() {
        return 80;
    }

    AsksTheScreen store() {
        return new AsksTheScreen();
    }
}
