package org.personalbudget.payments.iso20022;

import java.util.List;
import java.util.Set;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.FileUnreadable.Fault;
import org.personalbudget.payments.xml.XmlCursor;
import org.personalbudget.payments.xml.XmlLimits;
import org.personalbudget.payments.xml.XmlShape;

/** The messages that are read, in which versions, and what stands in them in which order in any of these. */
final class IsoMessage {

    /** What statements and notifications have in common. */
    private static final String ENTRY = """
            GrpHdr: MsgId! CreDtTm! MsgRcpt MsgPgntn OrgnlBizQry AddtlInf
            Acct: Id! Tp Ccy Nm Prxy Ownr Svcr
            Ntry: NtryRef Amt! CdtDbtInd! RvslInd Sts! BookgDt ValDt AcctSvcrRef Avlbty* BkTxCd ComssnWvrInd \
            AddtlInfInd AmtDtls Chrgs* TechInptChanl Intrst* CardTx NtryDtls* AddtlNtryInf
            NtryDtls: Btch TxDtls*
            Btch: MsgId PmtInfId NbOfTxs TtlAmt CdtDbtInd
            TxDtls: Refs Amt CdtDbtInd AmtDtls Avlbty* BkTxCd Chrgs* Intrst* RltdPties RltdAgts LclInstrm Purp \
            RltdRmtInf* RmtInf RltdDts RltdPric RltdQties* FinInstrmId Tax RtrInf CorpActn SfkpgAcct CshDpst* \
            CardTx AddtlTxInf SplmtryData*
            Refs: MsgId AcctSvcrRef PmtInfId InstrId EndToEndId UETR TxId MndtId ChqNb ClrSysRef AcctOwnrTxId \
            AcctSvcrTxId MktInfrstrctrTxId PrcgId Prtry*
            AmtDtls: InstdAmt TxAmt CntrValAmt AnncdPstngAmt PrtryAmt*
            RltdPties: InitgPty Dbtr DbtrAcct UltmtDbtr Cdtr CdtrAcct UltmtCdtr TradgPty Prtry*
            RtrInf: OrgnlBkTxCd Orgtr Rsn AddtlInf*
            """;

    static final IsoMessage CAMT_053 =
            new IsoMessage("camt.053.001.", Set.of("02", "08"), "BkToCstmrStmt", """
            Document: BkToCstmrStmt!
            BkToCstmrStmt: GrpHdr! Stmt*! SplmtryData*
            Stmt: Id! StmtPgntn ElctrncSeqNb RptgSeq LglSeqNb CreDtTm FrToDt CpyDplctInd RptgSrc Acct! RltdAcct \
            Intrst* Bal* TxsSummry Ntry* AddtlStmtInf
            Bal: Tp! CdtLine* Amt! CdtDbtInd! Dt Avlbty*
            """ + ENTRY);

    static final IsoMessage CAMT_054 =
            new IsoMessage("camt.054.001.", Set.of("02", "08"), "BkToCstmrDbtCdtNtfctn", """
            Document: BkToCstmrDbtCdtNtfctn!
            BkToCstmrDbtCdtNtfctn: GrpHdr! Ntfctn*! SplmtryData*
            Ntfctn: Id! NtfctnPgntn ElctrncSeqNb RptgSeq LglSeqNb CreDtTm FrToDt CpyDplctInd RptgSrc Acct! RltdAcct \
            Intrst* TxsSummry Ntry* AddtlNtfctnInf
            """ + ENTRY);

    static final IsoMessage PAIN_002 = new IsoMessage(
            "pain.002.001.",
            Set.of("03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14"),
            "CstmrPmtStsRpt",
            """
            Document: CstmrPmtStsRpt!
            CstmrPmtStsRpt: GrpHdr! OrgnlGrpInfAndSts! OrgnlPmtInfAndSts* SplmtryData*
            GrpHdr: MsgId! CreDtTm! InitgPty FwdgAgt DbtrAgt CdtrAgt
            OrgnlGrpInfAndSts: OrgnlMsgId! OrgnlMsgNmId! OrgnlCreDtTm OrgnlNbOfTxs OrgnlCtrlSum GrpSts StsRsnInf* \
            NbOfTxsPerSts*
            OrgnlPmtInfAndSts: OrgnlPmtInfId! OrgnlNbOfTxs OrgnlCtrlSum PmtInfSts StsRsnInf* NbOfTxsPerSts* \
            TxInfAndSts*
            TxInfAndSts: StsId OrgnlInstrId OrgnlEndToEndId OrgnlUETR TxSts StsRsnInf* ChrgsInf* TrckrData \
            AccptncDtTm PrcgDt FctvIntrBkSttlmDt AcctSvcrRef ClrSysRef OrgnlTxRef SplmtryData*
            StsRsnInf: Orgtr Rsn AddtlInf*
            """);

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:";

    private final String name;
    private final Set<String> versions;
    private final String body;
    private final XmlShape shape;

    private IsoMessage(String name, Set<String> versions, String body, String shape) {
        this.name = name;
        this.versions = versions;
        this.body = body;
        this.shape = XmlShape.of(shape);
    }

    XmlShape shape() {
        return shape;
    }

    /** Goes into the message itself, below {@code Document}. */
    XmlCursor open(byte[] file) throws FileUnreadable {
        XmlCursor xml = XmlCursor.open(file, XmlLimits.BANK_FILE, shape);
        String version = xml.namespace().startsWith(NAMESPACE + name)
                ? xml.namespace().substring((NAMESPACE + name).length())
                : "";
        if (!xml.root().equals("Document") || !versions.contains(version)) throw unknown(xml);
        if (xml.next() == null) throw xml.unreadable(Fault.MISSING, "Document is empty.");
        return xml;
    }

    /** Leaves the message and the document, after the last element of the message. */
    void close(XmlCursor xml) throws FileUnreadable {
        if (xml.next() != null) throw xml.unreadable(Fault.ORDER, "A file holds one " + body + ".");
        xml.end();
    }

    private FileUnreadable unknown(XmlCursor xml) {
        List<String> names =
                versions.stream().sorted().map(version -> name + version).toList();
        return xml.unreadable(
                Fault.UNKNOWN_FORMAT,
                "This is none of " + String.join(", ", names) + ", which a Document of the namespace " + NAMESPACE
                        + " and that name holds.");
    }
}
