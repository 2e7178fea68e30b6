package org.rostrum.stack.node;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Mails in the browser: a list, and each of them as plain text whose addresses are links, as HTML in a frame that runs and
 * loads nothing, and with its attachments to save.
 */
final class MailPages {
    private static final int SHOWN = 200;
    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'";
    private static final String STYLE = """
            body{font:1rem/1.5 sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#1b1b1b}
            table{border-collapse:collapse;width:100%}td,th{text-align:start;padding:.4rem;border-bottom:1px solid #ccc}
            pre{white-space:pre-wrap;background:#f4f4f4;padding:1rem;font:inherit;overflow-wrap:anywhere}
            iframe{width:100%;height:28rem;border:1px solid #ccc}""";

    private final KeptMails mails;
    private final int port;

    MailPages(KeptMails mails, int port) {
        this.mails = mails;
        this.port = port;
    }

    void start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared: it only carries one answer to the browser
    private record Answer(
            int status, String type, byte[] body, @Nullable String fileName) {
        static Answer page(String title, String body) {
            String page = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
                    + " content=\"width=device-width\"><title>" + escaped(title) + "</title><style>" + STYLE
                    + "</style></head><body>" + body + "</body></html>";
            return new Answer(200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8), null);
        }

        static Answer missing() {
            return new Answer(
                    404, "text/plain; charset=utf-8", "There is no such mail.".getBytes(StandardCharsets.UTF_8), null);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = isOurs(exchange) ? answer(exchange.getRequestURI().getPath()) : Answer.missing();
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", answer.type());
            headers.set("Content-Security-Policy", POLICY);
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("Cache-Control", "no-store");
            if (answer.fileName() != null) {
                headers.set("Content-Disposition", "attachment; filename=\"" + answer.fileName() + "\"");
            }
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    /** Another site must not read mails by giving its own name to the loopback address. */
    private static boolean isOurs(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        return "GET".equals(exchange.getRequestMethod()) && host != null && HOSTS.contains(host.split(":", 2)[0]);
    }

    private Answer answer(String path) {
        String[] steps = path.split("/", -1);
        if (path.equals("/")) {
            return list();
        }
        if (steps.length < 3 || !steps[1].equals("mails")) {
            return Answer.missing();
        }
        return mails.find(steps[2])
                .map(mail -> answer(steps[2], mail, List.of(steps).subList(3, steps.length)))
                .orElseGet(Answer::missing);
    }

    private static Answer answer(String id, MimeMessage mail, List<String> rest) {
        MailParts parts = MailParts.of(mail);
        if (rest.isEmpty()) {
            return mail(id, mail, parts);
        }
        if (rest.equals(List.of("html"))) {
            return new Answer(200, "text/html; charset=utf-8", parts.html().getBytes(StandardCharsets.UTF_8), null);
        }
        return IntStream.range(0, parts.files().size())
                .filter(i -> rest.equals(List.of("files", Integer.toString(i))))
                .mapToObj(i -> parts.files().get(i))
                .map(file -> new Answer(
                        200,
                        "application/octet-stream",
                        file.content(),
                        file.name().replaceAll("[^A-Za-z0-9._-]", "_")))
                .findFirst()
                .orElseGet(Answer::missing);
    }

    private Answer list() {
        List<String> ids = mails.ids();
        String rows = ids.stream().limit(SHOWN).map(this::row).collect(Collectors.joining());
        return Answer.page(
                "Mail",
                "<h1>Mail</h1><p>" + ids.size() + " mails arrived here; none was delivered onward."
                        + (ids.size() > SHOWN ? " The latest " + SHOWN + " are shown." : "")
                        + "</p><table><thead><tr><th>When<th>To<th>Subject</tr></thead><tbody>" + rows
                        + "</tbody></table>");
    }

    private String row(String id) {
        return mails.find(id)
                .map(mail -> "<tr><td>" + when(id) + "<td>" + escaped(header(mail, "To"))
                        + "<td dir=\"auto\"><a href=\"/mails/" + id + "\">" + escaped(header(mail, "Subject"))
                        + "</a></tr>")
                .orElse("");
    }

    private static Answer mail(String id, MimeMessage mail, MailParts parts) {
        String subject = header(mail, "Subject");
        String files = IntStream.range(0, parts.files().size())
                .mapToObj(i -> "<li><a href=\"/mails/" + id + "/files/" + i + "\">"
                        + escaped(parts.files().get(i).name()) + "</a></li>")
                .collect(Collectors.joining());
        return Answer.page(
                subject,
                "<p><a href=\"/\">All mails</a></p><h1 dir=\"auto\">" + escaped(subject) + "</h1><p>From "
                        + escaped(header(mail, "From")) + "<br>To " + escaped(header(mail, "To")) + "<br>" + when(id)
                        + "<br>" + escaped(header(mail, "Message-ID"))
                        + "</p><h2>Text</h2><pre dir=\"auto\" id=\"text\">"
                        + linked(parts.text())
                        + "</pre><h2>HTML</h2><iframe sandbox title=\"The mail as HTML\" src=\"/mails/"
                        + id + "/html\"></iframe><h2>Attachments</h2><ul>" + files + "</ul>");
    }

    private static Instant when(String id) {
        return Instant.ofEpochMilli(Long.parseLong(id.substring(0, 13))).truncatedTo(ChronoUnit.SECONDS);
    }

    private static String header(Message mail, String name) {
        try {
            String[] values = mail.getHeader(name);
            return values == null ? "" : MimeUtility.decodeText(MimeUtility.unfold(values[0]));
        } catch (MessagingException | UnsupportedEncodingException e) {
            return "(unreadable)";
        }
    }

    private static String linked(String text) {
        StringBuilder linked = new StringBuilder();
        var matcher = ADDRESS.matcher(text);
        int end = 0;
        while (matcher.find()) {
            String address = escaped(matcher.group());
            linked.append(escaped(text.substring(end, matcher.start())))
                    .append("<a rel=\"noreferrer\" href=\"")
                    .append(address)
                    .append("\">")
                    .append(address)
                    .append("</a>");
            end = matcher.end();
        }
        return linked.append(escaped(text.substring(end))).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
