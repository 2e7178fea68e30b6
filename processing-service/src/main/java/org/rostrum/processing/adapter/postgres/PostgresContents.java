package org.rostrum.processing.adapter.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.ItemNumber;
import org.rostrum.contracts.ObjectRef;
import org.rostrum.contracts.QuarantineReason;
import org.rostrum.contracts.SubmissionId;
import org.rostrum.contracts.SubmissionManifest.Respondent;
import org.rostrum.processing.domain.content.AttachmentOutcome;
import org.rostrum.processing.domain.content.Content;
import org.rostrum.processing.domain.content.FiledPassage;
import org.rostrum.processing.domain.content.Origin;
import org.rostrum.processing.domain.content.Source;
import org.rostrum.processing.domain.filing.Candidate;
import org.rostrum.processing.domain.filing.Filing;
import org.rostrum.processing.domain.text.Layout;
import org.rostrum.processing.domain.text.Span;
import org.rostrum.processing.usecase.Contents;

record PostgresContents(Sql sql) implements Contents {

    @Override
    public void add(SubmissionId submission, int version, Content content) {
        sql.later(
                """
                insert into content (submission, version, respondent, on_behalf_of, language, summary)
                values (?, ?, ?, ?, ?, ?)
                """,
                submission,
                version,
                new Sql.JsonValue(content.respondent()),
                content.onBehalfOf(),
                content.language(),
                content.summary());
        content.sources().forEach(source -> add(submission, version, source));
        content.attachments().forEach(attachment -> add(submission, version, attachment));
        content.passages().forEach(passage -> add(submission, version, passage));
    }

    @Override
    public void replace(SubmissionId submission, int version, Content content) {
        sql.update(
                "delete from content where submission = ? and version = ?",
                submission,
                version); // the rest goes with it
        add(submission, version, content);
    }

    private void add(SubmissionId submission, int version, Source source) {
        sql.later(
                """
                insert into source (submission, version, ordinal, item, attachment, body, language, layout)
                values (?, ?, ?, ?, ?::int, ?, ?, ?::jsonb)
                """,
                submission,
                version,
                source.ordinal(),
                source.origin() instanceof Origin.Box box ? box.item() : null,
                source.origin() instanceof Origin.File file ? String.valueOf(file.ordinal()) : null,
                source.text(),
                source.language(),
                StoredLayout.of(source.layout()));
    }

    private void add(SubmissionId submission, int version, AttachmentOutcome attachment) {
        sql.later(
                """
                insert into attachment (submission, version, ordinal, file_name, media_type, object, quarantined, warnings,
                    flags, unread)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                submission,
                version,
                attachment.ordinal(),
                attachment.fileName(),
                attachment.mediaType(),
                new Sql.JsonValue(attachment.object()),
                Optional.ofNullable(attachment.quarantined())
                        .map(QuarantineReason::code)
                        .orElse(null),
                new Sql.TextArray(attachment.warnings()),
                StoredFlag.of(attachment.flags()),
                StoredUnread.of(attachment.unread()));
    }

    private void add(SubmissionId submission, int version, FiledPassage passage) {
        sql.later(
                """
                insert into passage (submission, version, ordinal, source, span_start, span_end, page, language)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                submission,
                version,
                passage.ordinal(),
                passage.source(),
                passage.span().start(),
                passage.span().end(),
                passage.page(),
                passage.language());
        sql.later(
                """
                insert into filing (submission, version, passage, items, confidence, basis, runners_up, confirmed,
                    carried_from)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                submission,
                version,
                passage.ordinal(),
                items(passage.filing()),
                passage.filing().confidence(),
                Words.of(passage.filing().basis()),
                new Sql.JsonValue(passage.filing().runnersUp()),
                passage.confirmed(),
                passage.carriedFrom());
    }

    private static Sql.TextArray items(Filing filing) {
        return new Sql.TextArray(filing.items().stream().map(ItemNumber::value).toList());
    }

    @Override
    public List<Content> removeAll(SubmissionId submission) {
        var removed = sql
                .query(
                        "select version from content where submission = ? order by version",
                        row -> row.getInt("version"),
                        submission)
                .stream()
                .flatMap(version -> find(submission, version).stream())
                .toList();
        sql.update("delete from content where submission = ?", submission); // the rest goes with it
        return removed;
    }

    @Override
    public void refile(SubmissionId submission, int version, FiledPassage moved) {
        sql.update(
                """
                update filing set items = ?, confidence = ?, basis = ?, runners_up = ?, confirmed = ?, carried_from = ?
                where submission = ? and version = ? and passage = ?
                """,
                items(moved.filing()),
                moved.filing().confidence(),
                Words.of(moved.filing().basis()),
                new Sql.JsonValue(moved.filing().runnersUp()),
                moved.confirmed(),
                moved.carriedFrom(),
                submission,
                version,
                moved.ordinal());
    }

    @Override
    public Optional<Content> find(SubmissionId submission, int version) {
        return sql.first(
                "select * from content where submission = ? and version = ?",
                row -> read(row, submission, version),
                submission,
                version);
    }

    @Override
    public OptionalInt versionBefore(SubmissionId submission, int version) {
        return sql
                .query(
                        "select version from content where submission = ? and version < ? order by version desc limit 1",
                        row -> row.getInt("version"),
                        submission,
                        version)
                .stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    private Content read(ResultSet row, SubmissionId submission, int version) throws SQLException {
        return new Content(
                Sql.json(row, "respondent", Respondent.class),
                row.getString("on_behalf_of"),
                row.getString("language"),
                row.getString("summary"),
                sql.query(
                        "select * from source where submission = ? and version = ? order by ordinal",
                        PostgresContents::source,
                        submission,
                        version),
                sql.query(
                        "select * from attachment where submission = ? and version = ? order by ordinal",
                        PostgresContents::attachment,
                        submission,
                        version),
                sql.query("""
                        select passage.*, items, confidence, basis, runners_up, confirmed, carried_from
                        from passage join filing on filing.submission = passage.submission
                            and filing.version = passage.version and filing.passage = passage.ordinal
                        where passage.submission = ? and passage.version = ? order by ordinal
                        """, PostgresContents::passage, submission, version));
    }

    private static Source source(ResultSet row) throws SQLException {
        return new Source(
                row.getInt("ordinal"), origin(row), row.getString("body"), row.getString("language"), layout(row));
    }

    private static Layout layout(ResultSet row) throws SQLException {
        return row.getString("layout") == null
                ? Layout.NONE
                : Sql.json(row, "layout", StoredLayout.class).toLayout();
    }

    private static Origin origin(ResultSet row) throws SQLException {
        var item = row.getString("item");
        int attachment = row.getInt("attachment");
        if (attachment > 0) {
            return new Origin.File(attachment);
        }
        return item == null ? new Origin.FreeText() : new Origin.Box(new ItemNumber(item));
    }

    private static AttachmentOutcome attachment(ResultSet row) throws SQLException {
        return new AttachmentOutcome(
                row.getInt("ordinal"),
                row.getString("file_name"),
                row.getString("media_type"),
                Sql.json(row, "object", ObjectRef.class),
                reason(row.getString("quarantined")),
                Sql.texts(row, "warnings"),
                StoredFlag.toFlags(Sql.json(row, "flags", StoredFlag[].class)),
                StoredUnread.toFiles(Sql.json(row, "unread", StoredUnread[].class)));
    }

    private static @Nullable QuarantineReason reason(@Nullable String code) {
        return code == null
                ? null
                : QuarantineReason.ofCode(code)
                        .orElseThrow(() -> new IllegalStateException("an attachment has the unknown reason " + code));
    }

    private static FiledPassage passage(ResultSet row) throws SQLException {
        return new FiledPassage(
                row.getInt("ordinal"),
                row.getInt("source"),
                new Span(row.getInt("span_start"), row.getInt("span_end")),
                row.getInt("page"),
                row.getString("language"),
                filing(row),
                row.getBoolean("confirmed"),
                row.getInt("carried_from"));
    }

    static Filing filing(ResultSet row) throws SQLException {
        var items = Sql.texts(row, "items").stream().map(ItemNumber::new).toList();
        var runnersUp = Arrays.asList(Sql.json(row, "runners_up", Candidate[].class));
        return new Filing(items, row.getDouble("confidence"), Words.basis(row.getString("basis")), runnersUp);
    }
}
