package org.rostrum.processing.usecase;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.domain.content.Source;
import org.rostrum.processing.domain.flags.Flag;
import org.rostrum.processing.domain.flags.FlagKind;
import org.rostrum.processing.domain.flags.Flagging;
import org.rostrum.processing.domain.flags.Found;
import org.rostrum.processing.domain.flags.PhoneNumbers;
import org.rostrum.processing.domain.masking.MaskedText;
import org.rostrum.processing.domain.publicform.MaskedPassage;
import org.rostrum.processing.domain.publicform.PublicForm;

/** Finds what a person must look at, whenever somebody looks: nothing is kept that could grow old. */
public final class FlagTexts {
    private final Flagging flagging;

    public FlagTexts(PhoneNumbers phones) {
        this.flagging = new Flagging(phones);
    }

    /** Everything in the summary and in all sources, in order. */
    public List<Flag> of(Content content) {
        var flags = new ArrayList<Flag>();
        var country = content.respondent().country();
        var summary = content.summary();
        if (summary != null) {
            add(flags, Flag.SUMMARY, summary, country);
        }
        for (Source source : content.sources()) {
            add(flags, source.ordinal(), source.text(), country);
        }
        return List.copyOf(flags);
    }

    private void add(List<Flag> flags, int source, String text, @Nullable String country) {
        flagging.in(text, country).forEach(found -> flags.add(new Flag(source, found.kind(), found.span())));
    }

    /** Everything in one text, by place in it. */
    public List<Found> in(String text, @Nullable String country) {
        return flagging.in(text, country);
    }

    /** The kinds that would be read by everybody: what is hidden in the public form is not among them. */
    public Set<FlagKind> exposed(PublicForm form, @Nullable String country) {
        var kinds = EnumSet.noneOf(FlagKind.class);
        Stream.concat(form.summary().stream(), form.passages().stream().map(MaskedPassage::text))
                .map(MaskedText::text)
                .flatMap(text -> flagging.in(text, country).stream())
                .map(Found::kind)
                .forEach(kinds::add);
        return kinds;
    }
}
