package org.rostrum.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import org.rostrum.intake.adapter.crypto.AesContactSeals;
import org.rostrum.intake.adapter.crypto.AesDraftSeals;
import org.rostrum.intake.adapter.crypto.Ed25519Signatures;
import org.rostrum.intake.adapter.crypto.HmacIdentities;
import org.rostrum.intake.adapter.crypto.HmacNotes;
import org.rostrum.intake.usecase.ContactSeals;
import org.rostrum.intake.usecase.DraftSeals;
import org.rostrum.intake.usecase.Identities;
import org.rostrum.intake.usecase.ReceiptSignatures;
import org.rostrum.intake.usecase.SignedNotes;
import org.rostrum.platform.secret.DevelopmentSecrets;

/** What is made of the secrets that the operator gives. */
@ApplicationScoped
class KeyWiring {
    private final IntakeConfig config;
    private final DevelopmentSecrets secrets;

    KeyWiring(IntakeConfig config, DevelopmentSecrets secrets) {
        this.config = config;
        this.secrets = secrets;
    }

    @Produces
    @Singleton
    Identities identities() {
        return new HmacIdentities(secrets.require("ROSTRUM_INTAKE_ID_KEY", config.idKey()), config.keyVersion());
    }

    @Produces
    @Singleton
    ReceiptSignatures signatures() {
        return new Ed25519Signatures(secrets.require("ROSTRUM_INTAKE_RECEIPT_KEY", config.receiptKey()));
    }

    @Produces
    @Singleton
    ContactSeals seals() {
        return new AesContactSeals(
                secrets.require("ROSTRUM_INTAKE_CONTACT_KEY", config.contactKey()), new SecureRandom());
    }

    @Produces
    @Singleton
    SignedNotes notes() {
        return new HmacNotes(secrets.require("ROSTRUM_INTAKE_ID_KEY", config.idKey()));
    }

    @Produces
    @Singleton
    DraftSeals draftSeals() {
        return new AesDraftSeals(secrets.require("ROSTRUM_INTAKE_ID_KEY", config.idKey()), new SecureRandom());
    }
}
