package org.rostrum.processing.adapter.phone;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rostrum.processing.domain.flags.PhoneNumbers;
import org.rostrum.processing.domain.text.Span;

/** Telephone numbers that are valid by the numbering plans which libphonenumber knows. */
public final class LibPhoneNumbers implements PhoneNumbers {
    /** Candidates that turn out to be none, in one run of digits. */
    private static final long ATTEMPTS = 10;
    /** Runs of digits that are looked at in one text; who writes more writes no numbers of people. */
    private static final int RUNS = 300;

    private static final String NOWHERE = "ZZ";
    /** Where there can be a number at all: the library looks at nothing else, so that long texts cost little. */
    private static final Pattern CANDIDATES =
            Pattern.compile("[+\uFF0B(]{0,2}\\p{Nd}[\\p{Nd} ()./\u00A0\u2010-\u2015+-]{5,60}+");

    private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();

    @Override
    public List<Span> in(String text, @Nullable String country) {
        var found = new ArrayList<Span>();
        var region = country != null && plans.getSupportedRegions().contains(country) ? country : NOWHERE;
        CANDIDATES
                .matcher(text)
                .results()
                .limit(RUNS)
                .forEach(candidate -> plans.findNumbers(candidate.group(), region, Leniency.VALID, ATTEMPTS)
                        .forEach(match -> found.add(
                                new Span(candidate.start() + match.start(), candidate.start() + match.end()))));
        return found;
    }
}
