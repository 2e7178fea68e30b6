package org.rostrum.intake.usecase;

import java.util.Set;
import org.rostrum.contracts.Round;
import org.rostrum.intake.usecase.ChallengeFlood.LetIn;
import org.rostrum.intake.usecase.ChallengeFlood.Verdict;

/** Asked last, about something that would be taken otherwise: may it come in just like that? */
@FunctionalInterface
public interface Screening {
    /** Of senders with an account: they are known, and limited in other ways. */
    Screening NONE = round -> new LetIn(Set.of());

    Verdict judge(Round round);
}
