package dev.likeness.gallery.zip;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The records around the contents, as APPNOTE 4.3 has them; ZIP64's where a figure needs them. */
final class ZipRecords {

    private static final long IN_ZIP64 = 0xFFFFFFFFL;
    private static final int MANY = 0xFFFF;
    private static final int VERSION = 10;
    private static final int VERSION_ZIP64 = 45;
    private static final int ZIP64_EXTRA = 1;
    private static final LocalDateTime FIRST = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final LocalDateTime LAST = LocalDateTime.of(2107, 12, 31, 23, 59, 58);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    byte[] bytes() {
        return out.toByteArray();
    }

    static byte[] localHeader(ZipLayout.Entry entry) {
        ZipRecords header = new ZipRecords();
        boolean large = entry.size() >= IN_ZIP64;
        header.u4(0x04034b50);
        header.u2(large ? VERSION_ZIP64 : VERSION);
        header.common(entry, large ? 20 : 0);
        header.name(entry);
        if (large) {
            header.u2(ZIP64_EXTRA, 16);
            header.u8(entry.size(), entry.size());
        }
        return header.bytes();
    }

    /** Adds an entry of the directory. */
    void entry(ZipLayout.Entry entry, long offset) {
        boolean large = entry.size() >= IN_ZIP64;
        boolean far = offset >= IN_ZIP64;
        int extra = (large ? 16 : 0) + (far ? 8 : 0);
        int version = extra > 0 ? VERSION_ZIP64 : VERSION;
        u4(0x02014b50);
        u2(version, version);
        common(entry, extra > 0 ? 4 + extra : 0);
        // No comment, first disk, no attributes.
        u2(0, 0, 0);
        u4(0, Math.min(offset, IN_ZIP64));
        name(entry);
        if (extra > 0) {
            u2(ZIP64_EXTRA, extra);
        }
        if (large) {
            u8(entry.size(), entry.size());
        }
        if (far) {
            u8(offset);
        }
    }

    /** What follows the directory's entries, which are all that was written so far. */
    void end(int entries, long directoryAt) {
        long size = out.size();
        if (entries >= MANY || directoryAt >= IN_ZIP64) {
            u4(0x06064b50);
            u8(44);
            u2(VERSION_ZIP64, VERSION_ZIP64);
            u4(0, 0);
            u8(entries, entries, size, directoryAt);
            u4(0x07064b50, 0);
            u8(directoryAt + size);
            u4(1);
        }
        int shown = Math.min(entries, MANY);
        u4(0x06054b50);
        u2(0, 0, shown, shown);
        u4(size, Math.min(directoryAt, IN_ZIP64));
        u2(0);
    }

    /** From the flags to the length of the extra field. */
    private void common(ZipLayout.Entry entry, int extra) {
        LocalDateTime time = time(entry);
        u2(0, 0);
        u2(time.getHour() << 11 | time.getMinute() << 5 | time.getSecond() / 2);
        u2(time.getYear() - 1980 << 9 | time.getMonthValue() << 5 | time.getDayOfMonth());
        long size = Math.min(entry.size(), IN_ZIP64);
        u4(entry.crc(), size, size);
        u2(entry.name().length(), extra);
    }

    private static LocalDateTime time(ZipLayout.Entry entry) {
        LocalDateTime time = LocalDateTime.ofInstant(entry.time(), ZoneOffset.UTC);
        return time.isBefore(FIRST) ? FIRST : time.isAfter(LAST) ? LAST : time;
    }

    private void name(ZipLayout.Entry entry) {
        out.writeBytes(entry.name().getBytes(US_ASCII));
    }

    private void u2(int... values) {
        for (int value : values) {
            little(value, 2);
        }
    }

    private void u4(long... values) {
        for (long value : values) {
            little(value, 4);
        }
    }

    private void u8(long... values) {
        for (long value : values) {
            little(value, 8);
        }
    }

    private void little(long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (value >>> 8 * i));
        }
    }
}
