package dev.likeness.local.demo;

import java.io.PrintStream;
import java.util.Locale;

/** Lines and bars for a person; plain lines where the output is no terminal. */
public final class Screen {

    private static final int BAR = 30;

    private final PrintStream out;
    private final boolean terminal;
    private String last = "";
    private String lastPlain = "";

    public Screen(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    public void line(String text) {
        finishBar();
        out.println(text);
    }

    /** Draws a bar over the one before; the same bar again draws nothing. */
    public void bar(String what, long done, long of) {
        int filled = of == 0 ? 0 : (int) (BAR * Math.min(done, of) / of);
        String bar = String.format(Locale.ROOT, "%-11s [%s%s] %d of %d", what, "#".repeat(filled),
                ".".repeat(BAR - filled), done, of);
        if (bar.equals(last)) {
            return;
        }
        last = bar;
        if (terminal) {
            out.print("\r" + bar + " ");
            out.flush();
        } else if (done >= of && !bar.equals(lastPlain)) {
            out.println(bar);
            lastPlain = bar;
        }
    }

    private void finishBar() {
        if (terminal && !last.isEmpty()) {
            out.println();
        }
        last = "";
    }
}
