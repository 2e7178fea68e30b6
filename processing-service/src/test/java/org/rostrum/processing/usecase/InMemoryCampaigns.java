package org.rostrum.processing.usecase;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.processing.domain.casework.Case;

/** The families that wordings and cases in memory make. */
record InMemoryCampaigns(InMemoryWordings wordings, Map<SubmissionId, Case> cases) implements Campaigns {

    @Override
    public List<Campaign> list(Optional<ConsultationId> consultation, int limit) {
        return all().filter(member -> consultation
                        .map(of(member).round().consultation()::equals)
                        .orElse(true))
                .map(InMemoryCampaigns.this::of)
                .distinct()
                .filter(campaign -> campaign.members() > 1)
                .sorted(Comparator.comparingInt(Campaign::members).reversed().thenComparing(Campaign::family))
                .limit(limit)
                .toList();
    }

    private Stream<Member> all() {
        return wordings.members.entrySet().stream().map(entry -> member(entry.getKey(), entry.getValue()));
    }

    private Member member(SubmissionId submission, String wording) {
        var file = Objects.requireNonNull(cases.get(submission));
        return new Member(submission, file.reference(), file.version(), wording, file.receivedAt(), file.state());
    }

    private RoundTexts.Of roundOf(Member member) {
        var file = Objects.requireNonNull(cases.get(member.submission()));
        return new RoundTexts.Of(file.consultation(), file.round());
    }

    private Campaign of(Member member) {
        return find(roundOf(member), member.wording()).orElseThrow();
    }

    private Stream<Member> family(RoundTexts.Of round, String family) {
        return all().filter(member -> roundOf(member).equals(round))
                .filter(member -> wordings.familyOf(round, member.wording()).equals(Optional.of(family)))
                .sorted(Comparator.comparing(Member::receivedAt).thenComparing(Member::reference));
    }

    @Override
    public Optional<Campaign> find(RoundTexts.Of round, String wording) {
        return wordings.familyOf(round, wording).flatMap(family -> {
            var members = family(round, family).toList();
            return members.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Campaign(
                            round,
                            family,
                            members.size(),
                            (int) members.stream()
                                    .map(Member::wording)
                                    .distinct()
                                    .count(),
                            members.getFirst().receivedAt(),
                            members.getLast().receivedAt()));
        });
    }

    @Override
    public Optional<Member> template(RoundTexts.Of round, String family) {
        return family(round, family).collect(Collectors.groupingBy(Member::wording)).values().stream()
                .min(Comparator.<List<Member>>comparingInt(List::size)
                        .reversed()
                        .thenComparing(members -> members.getFirst().receivedAt())
                        .thenComparing(members -> members.getFirst().wording()))
                .map(List::getFirst);
    }

    @Override
    public List<Member> members(RoundTexts.Of round, String family, Optional<CaseCursor> after, int limit) {
        return family(round, wordings.familyOf(round, family).orElse(family))
                .sorted(Comparator.comparing(Member::receivedAt)
                        .thenComparing(Member::reference)
                        .reversed())
                .filter(member -> after.map(cursor -> member.receivedAt().isBefore(cursor.receivedAt())
                                || (member.receivedAt().equals(cursor.receivedAt())
                                        && member.reference().compareTo(cursor.reference()) < 0))
                        .orElse(true))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Member> worded(RoundTexts.Of round, String wording) {
        return wordings.familyOf(round, wording)
                .flatMap(family -> family(round, family)
                        .filter(member -> member.wording().equals(wording))
                        .findFirst());
    }
}
