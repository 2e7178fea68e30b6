package org.rostrum.intake.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks what somebody announces of a file before a byte of it is sent; every wrong field is named at once. */
public final class UploadCheck {
    /** RFC 6838, section 4.2, without parameters: it goes into a signed header. */
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,63}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,63}");

    private static final Pattern SHA256 = Pattern.compile("[0-9A-Fa-f]{64}");

    private final Limits limits;

    public UploadCheck(Limits limits) {
        this.limits = limits;
    }

    /** As it was sent: every part may be absent or wrong. */
    public record UploadDraft(
            @Nullable String fileName,
            @Nullable Long size,
            @Nullable String sha256,
            @Nullable String mediaType) {
        @Override
        public String toString() {
            return "UploadDraft[size=" + size + "]";
        }
    }

    /** Empty if all is well. */
    public List<WrongField> faults(UploadDraft draft) {
        var faults = new ArrayList<WrongField>();
        name(draft.fileName(), faults);
        size(draft.size(), faults);
        if (draft.sha256() != null && !SHA256.matcher(draft.sha256()).matches()) {
            faults.add(new WrongField("/sha256", new WrongField.WrongType("64 hexadecimal digits")));
        }
        if (draft.mediaType() == null || !MEDIA_TYPE.matcher(draft.mediaType()).matches()) {
            faults.add(new WrongField("/mediaType", new WrongField.WrongType("a media type such as application/pdf")));
        }
        return List.copyOf(faults);
    }

    private void name(@Nullable String name, List<WrongField> faults) {
        if (name == null || name.isBlank()) {
            faults.add(new WrongField("/fileName", new WrongField.Missing()));
        } else if (name.codePointCount(0, name.length()) > limits.lineCharacters()) {
            var length = name.codePointCount(0, name.length());
            faults.add(new WrongField("/fileName", new WrongField.TooLong(limits.lineCharacters(), length)));
        } else if (name.codePoints().anyMatch(Character::isISOControl)) {
            faults.add(new WrongField("/fileName", new WrongField.MoreThanOneLine()));
        } else if (name.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            faults.add(new WrongField("/fileName", new WrongField.BrokenCharacter()));
        }
    }

    private void size(@Nullable Long size, List<WrongField> faults) {
        if (size == null) {
            faults.add(new WrongField("/size", new WrongField.Missing()));
        } else if (size < 1) {
            faults.add(new WrongField("/size", new WrongField.EmptyFile(1)));
        } else if (size > limits.attachmentBytes()) {
            faults.add(new WrongField("/size", new WrongField.FileTooLarge(1, limits.attachmentBytes(), size)));
        }
    }
}
