package org.rostrum.intake.usecase;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.rostrum.contracts.ConsultationId;
import org.rostrum.contracts.Json;
import org.rostrum.contracts.Reference;
import org.rostrum.intake.domain.DefinedConsultation;
import org.rostrum.intake.domain.Receipt;
import org.rostrum.intake.domain.WithdrawalReceipt;
import org.rostrum.intake.usecase.Manifests.StoredManifest;
import org.rostrum.intake.usecase.Withdrawals.StoredWithdrawal;

/** Makes the receipt of a stored manifest: always the same one. */
public final class IssueReceipt {
    private final Consultations consultations;
    private final Identities identities;
    private final ReceiptSignatures signatures;
    private final String publicUrl;

    /** The public URL is intake's own address, without a trailing slash. */
    public IssueReceipt(
            Consultations consultations, Identities identities, ReceiptSignatures signatures, String publicUrl) {
        this.consultations = consultations;
        this.identities = identities;
        this.signatures = signatures;
        this.publicUrl = publicUrl;
    }

    public Receipt issue(StoredManifest stored) {
        var manifest = stored.manifest();
        var unsigned = Receipt.unsigned(
                manifest,
                stored.object().sha256(),
                zone(manifest.consultation()),
                identities.receiptSecret(manifest.reference(), manifest.version()),
                statusUrl(manifest.reference()));
        return unsigned.signed(signatures.sign(Json.writeCanonical(unsigned)));
    }

    /** Makes the receipt of a stored withdrawal: always the same one. */
    public WithdrawalReceipt issue(StoredWithdrawal stored) {
        var withdrawal = stored.withdrawal();
        var unsigned = WithdrawalReceipt.unsigned(
                withdrawal,
                stored.object().sha256(),
                zone(withdrawal.consultation()),
                statusUrl(withdrawal.reference()));
        return unsigned.signed(signatures.sign(Json.writeCanonical(unsigned)));
    }

    private String statusUrl(Reference reference) {
        return publicUrl + "/submissions/" + reference;
    }

    /** A consultation's zone never changes once it is defined; see {@link DefineConsultation}. */
    private ZoneId zone(ConsultationId consultation) {
        return consultations
                .find(consultation)
                .map(DefinedConsultation::definition)
                .<ZoneId>map(definition -> definition.zone())
                .orElse(ZoneOffset.UTC);
    }
}
