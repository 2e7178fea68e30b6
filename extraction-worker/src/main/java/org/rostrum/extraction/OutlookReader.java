package org.rostrum.extraction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.datatypes.StringChunk;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.jspecify.annotations.Nullable;

/** Reads a mail as Outlook keeps it: what it says, then each of its attachments as a part. */
final class OutlookReader implements Reader {

    private final Members members;

    OutlookReader(Members members) {
        this.members = members;
    }

    @Override
    public void read(Path file, Part part, Blocks blocks) throws IOException {
        try (MAPIMessage message = new MAPIMessage(file.toFile())) {
            message.setReturnNullOnMissingChunk(true);
            says(message, blocks);
            int ordinal = 0;
            for (AttachmentChunks attachment : message.getAttachmentFiles()) {
                ordinal++;
                attachment(attachment, ordinal, part, blocks);
            }
        } catch (ChunkNotFoundException broken) {
            throw new IOException(broken);
        }
    }

    private static void says(MAPIMessage message, Blocks blocks) throws ChunkNotFoundException, IOException {
        String plain = message.getTextBody();
        String html = message.getHtmlBody();
        if (plain != null && !plain.isBlank()) {
            TextReader.emit(plain, blocks);
        } else if (html != null) {
            HtmlReader.read(html, blocks);
        } else {
            formatted(message.getRtfBody(), blocks);
        }
    }

    /** What Outlook keeps of a formatted mail if it keeps nothing else (MS-OXRTFCP). */
    private static void formatted(@Nullable String rtf, Blocks blocks) throws IOException {
        if (rtf != null && !rtf.isBlank()) {
            RtfReader.read(rtf.getBytes(ISO_8859_1), blocks);
        }
    }

    private void attachment(AttachmentChunks attachment, int ordinal, Part part, Blocks blocks) throws IOException {
        byte[] content = attachment.getEmbeddedAttachmentObject();
        String name = nameOf(attachment, ordinal);
        if (content == null) {
            // A message in a message, or an object: kept in a folder of its own, which is not read.
            blocks.countMember(part.depth());
            blocks.drop(blocks.begin(part.below(name), "", Response.Unit.LINES), Response.Status.UNSUPPORTED);
            return;
        }
        boolean isShownInText = attachment.getAttachContentId() != null;
        if (!isShownInText || !name.matches("(?i).*\\.(png|gif|jpe?g|bmp)")) {
            members.read(new ByteArrayInputStream(content), name, part, blocks);
        }
    }

    private static String nameOf(AttachmentChunks attachment, int ordinal) {
        String name = text(attachment.getAttachLongFileName());
        String shorter = text(attachment.getAttachFileName());
        return !name.isBlank() ? name : !shorter.isBlank() ? shorter : "attachment-" + ordinal;
    }

    private static String text(@Nullable StringChunk chunk) {
        String value = chunk == null ? null : chunk.getValue();
        return value == null ? "" : value;
    }
}
