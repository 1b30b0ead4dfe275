package dev.likeness.upload.set;

/**
 * What the person calls a photo, made fit to be shown: no control or format characters, at most 255
 * characters. Empty where there was none, or where it has been forgotten.
 */
public record PhotoName(String value) {

    public static final int LONGEST = 255;
    public static final PhotoName NONE = new PhotoName("");

    public PhotoName {
        value = shortened(visible(value).strip());
    }

    // Format characters too: U+202E turns "gpj.exe" around on screen.
    private static String visible(String text) {
        var kept = new StringBuilder(text.length());
        text.codePoints().filter(PhotoName::isVisible).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        boolean splitsAPair = Character.isHighSurrogate(text.charAt(LONGEST - 1));
        return text.substring(0, splitsAPair ? LONGEST - 1 : LONGEST);
    }

    /** Without the name, which is the person's and nobody else's: a log may print a photo. */
    @Override
    public String toString() {
        return value.isEmpty() ? "unnamed" : "named";
    }
}
