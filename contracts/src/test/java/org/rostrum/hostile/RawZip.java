package org.rostrum.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** An archive written byte by byte, so that it can say what no library would write. */
final class RawZip {

    private static final int ENCRYPTED = 1;
    private static final int SYMLINK = 0120777 << 16;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<byte[]> directory = new ArrayList<>();
    private int firstEntry;

    /** What an entry claims of itself. */
    private record Claims(int flags, int attributes, int size) {}

    RawZip add(String name, byte[] content) {
        return add(name, content, new Claims(0, 0, content.length));
    }

    RawZip add(String name, String content) {
        return add(name, content.getBytes(UTF_8));
    }

    /** An entry whose directory says that it has another size. */
    RawZip addLying(String name, byte[] content, int claimedSize) {
        return add(name, content, new Claims(0, 0, claimedSize));
    }

    RawZip addSymlink(String name, String target) {
        byte[] content = target.getBytes(UTF_8);
        return add(name, content, new Claims(0, SYMLINK, content.length));
    }

    RawZip addEncrypted(String name) {
        byte[] noise = new byte[64];
        new java.util.Random(3).nextBytes(noise);
        return add(name, noise, new Claims(ENCRYPTED, 0, noise.length));
    }

    /** So many further names for the first entry, whose bytes are there once. */
    RawZip addOverlapping(int times, byte[] content) {
        firstEntry = out.size();
        add("kernel", content);
        byte[] first = directory.getLast();
        for (int i = 0; i < times; i++) {
            byte[] again = first.clone();
            again[46] = (byte) ('A' + i % 26);
            again[47] = (byte) ('A' + i / 26 % 26);
            ByteBuffer.wrap(again).order(ByteOrder.LITTLE_ENDIAN).putInt(42, firstEntry);
            directory.add(again);
        }
        return this;
    }

    private RawZip add(String name, byte[] content, Claims claims) {
        byte[] path = name.getBytes(UTF_8);
        byte[] packed = deflated(content);
        CRC32 crc = new CRC32();
        crc.update(content);
        int offset = out.size();
        out.writeBytes(header(30 + path.length)
                .putInt(0x04034b50)
                .putShort((short) 20)
                .putShort((short) claims.flags())
                .putShort((short) 8)
                .putInt(0x21_0000)
                .putInt((int) crc.getValue())
                .putInt(packed.length)
                .putInt(claims.size())
                .putShort((short) path.length)
                .putShort((short) 0)
                .put(path)
                .array());
        out.writeBytes(packed);
        directory.add(header(46 + path.length)
                .putInt(0x02014b50)
                .putShort((short) (3 << 8 | 20))
                .putShort((short) 20)
                .putShort((short) claims.flags())
                .putShort((short) 8)
                .putInt(0x21_0000)
                .putInt((int) crc.getValue())
                .putInt(packed.length)
                .putInt(claims.size())
                .putShort((short) path.length)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(claims.attributes())
                .putInt(offset)
                .put(path)
                .array());
        return this;
    }

    byte[] bytes() {
        int start = out.size();
        directory.forEach(out::writeBytes);
        int entries = Math.min(directory.size(), 0xFFFF);
        int size = out.size() - start;
        out.writeBytes(header(22)
                .putInt(0x06054b50)
                .putInt(0)
                .putShort((short) entries)
                .putShort((short) entries)
                .putInt(size)
                .putInt(start)
                .putShort((short) 0)
                .array());
        return out.toByteArray();
    }

    private static ByteBuffer header(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] deflated(byte[] content) {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed, new Deflater(9, true))) {
            deflater.write(content);
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
