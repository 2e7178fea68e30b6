package org.rostrum.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.rostrum.extraction.Response.FlagKind;
import org.rostrum.extraction.Response.Status;

/** Reads pictures of text: PNG, JPEG and TIFF, each frame a page. */
final class PictureReader implements Reader {

    /** A page at 600 dots an inch. What is larger is made to exhaust. House choice. */
    private static final long MOST_PIXELS = 36_000_000;

    private static final int MOST_FRAMES = 50;

    private final Ocr ocr;

    PictureReader(Ocr ocr) {
        this.ocr = ocr;
    }

    @Override
    public void read(Path file, Part part, Blocks blocks) throws IOException {
        try (ImageInputStream content = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(content);
            if (!readers.hasNext()) {
                throw new IOException("no picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(content);
                frames(reader, part, blocks);
            } finally {
                reader.dispose();
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException broken) {
            throw new IOException(broken);
        }
    }

    private void frames(ImageReader reader, Part part, Blocks blocks) throws IOException {
        int frames = reader.getNumImages(true);
        if (frames > MOST_FRAMES) {
            throw new Refused(Status.TOO_LARGE, frames + " frames");
        }
        for (int i = 0; i < frames; i++) {
            if ((long) reader.getWidth(i) * reader.getHeight(i) > MOST_PIXELS) {
                throw new Refused(Status.TOO_LARGE, "pixels");
            }
            if (!ocr.isInstalled()) {
                blocks.flag(FlagKind.OCR_MISSING);
            } else if (System.nanoTime() > part.deadline()) {
                blocks.flag(FlagKind.OCR_INCOMPLETE, 1, "page " + (i + 1));
            } else {
                ocr.read(reader.read(i), i + 1, part, blocks);
            }
        }
    }
}
