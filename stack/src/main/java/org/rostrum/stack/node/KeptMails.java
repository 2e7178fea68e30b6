package org.rostrum.stack.node;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Mails as files, one each, named by when they came. */
final class KeptMails {
    private static final Pattern ID = Pattern.compile("[0-9]{13}-[0-9a-f]{8}");
    private static final String ENDING = ".eml";
    private final Path folder;

    KeptMails(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** Whole or not at all. */
    void keep(MimeMessage message) throws MessagingException {
        String id = "%013d-%s"
                .formatted(
                        System.currentTimeMillis(), UUID.randomUUID().toString().substring(0, 8));
        Path partial = folder.resolve(id + ".part");
        try {
            try (var out = Files.newOutputStream(partial)) {
                message.writeTo(out);
            }
            Files.move(partial, folder.resolve(id + ENDING), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The mail could not be kept: is the disk full?", e);
        }
    }

    /** The latest first. */
    List<String> ids() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .filter(id -> ID.matcher(id).matches())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of mails cannot be read", e);
        }
    }

    Optional<MimeMessage> find(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(folder.resolve(id + ENDING))) {
            return Optional.of(new MimeMessage(Session.getInstance(new Properties()), in));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The mail " + id + " cannot be read", e);
        } catch (MessagingException e) {
            throw new IllegalStateException("The mail " + id + " is none", e);
        }
    }
}
