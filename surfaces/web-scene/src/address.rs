//! Where things are: one function a page, so that a link and its route agree. Paths are without `/en`.

use base::number::ForumNo;

/// The list of forums.
pub const FORUMS: &str = "/dien-dan/";
/// All news.
pub const NEWS: &str = "/tin/";
/// How to use the site.
pub const HELP: &str = "/huong-dan";
/// What is collected and what is not.
pub const PRIVACY: &str = "/quyen-rieng-tu";
/// Accessibility.
pub const ACCESSIBILITY: &str = "/tiep-can";
/// What is promised to those who speak.
pub const PROMISE: &str = "/cam-ket";
/// Where articles are written, reviewed and published.
pub const NEWSROOM: &str = "/dieu-hanh/bai-viet/";
/// The form to verify a receipt.
pub const VERIFY: &str = "/kiem-chung";
/// What the superior is told is late.
pub const SUPERIOR: &str = "/dieu-hanh/cap-tren";

/// A forum.
pub fn forum(no: ForumNo) -> String {
    format!("/dien-dan/{no}")
}

/// The form to write an opinion.
pub fn write(no: ForumNo) -> String {
    format!("/dien-dan/{no}/viet")
}

/// A forum's opinions.
pub fn opinions(no: ForumNo) -> String {
    format!("/dien-dan/{no}/y-kien/")
}

/// One opinion, by its number.
pub fn opinion(no: ForumNo, number: u32) -> String {
    format!("/dien-dan/{no}/y-kien/{number}")
}

/// How opinions were read: counts, reasons, appeals.
pub fn moderation(no: ForumNo) -> String {
    format!("/dien-dan/{no}/doc-duyet")
}

/// The agenda.
pub fn agenda(no: ForumNo) -> String {
    format!("/dien-dan/{no}/chuong-trinh")
}

/// A forum's documents.
pub fn documents(no: ForumNo) -> String {
    format!("/dien-dan/{no}/tai-lieu/")
}

/// One document.
pub fn document(no: ForumNo, number: u32) -> String {
    format!("/dien-dan/{no}/tai-lieu/{number}")
}

/// The report.
pub fn report(no: ForumNo) -> String {
    format!("/dien-dan/{no}/bao-cao")
}

/// A paragraph of the report.
pub fn paragraph(no: ForumNo, paragraph: u32) -> String {
    format!("/dien-dan/{no}/bao-cao#doan-{paragraph}")
}

/// A figure of the report.
pub fn figure(no: ForumNo, figure: u32) -> String {
    format!("/dien-dan/{no}/so-lieu/{figure}")
}

/// Where a voice answers opinions.
pub fn vote(no: ForumNo) -> String {
    format!("/dien-dan/{no}/bay-to")
}

/// Where a voice answers one opinion, or answers it again.
pub fn vote_on(no: ForumNo, number: u32) -> String {
    format!("/dien-dan/{no}/bay-to/{number}")
}

/// Where a slip lets a voice in.
pub fn slip(no: ForumNo, secret: &str) -> String {
    format!("/dien-dan/{no}/phieu/{secret}")
}

/// The results.
pub fn results(no: ForumNo) -> String {
    format!("/dien-dan/{no}/ket-qua")
}

/// How anyone computes the results again.
pub fn recompute(no: ForumNo) -> String {
    format!("/dien-dan/{no}/tinh-lai")
}

/// Answers to opinions.
pub fn answers(no: ForumNo) -> String {
    format!("/dien-dan/{no}/tra-loi")
}

/// The conclusion, its directives and how far they are.
pub fn conclusion(no: ForumNo) -> String {
    format!("/dien-dan/{no}/ket-luan")
}

/// One clause of a directive.
pub fn clause(no: ForumNo, directive: u32, clause: u32) -> String {
    format!("/dien-dan/{no}/viec/{directive}.{clause}")
}

/// A piece of evidence, in the page of its clause.
pub fn evidence(no: ForumNo, (directive, clause): (u32, u32), evidence: u32) -> String {
    format!("/dien-dan/{no}/viec/{directive}.{clause}/bang-chung/{evidence}")
}

/// A piece of evidence as the file that was handed in.
pub fn evidence_file(no: ForumNo, clause: (u32, u32), number: u32) -> String {
    format!("{}/tep", evidence(no, clause, number))
}

/// The form to contest what is told of a clause.
pub fn contest(no: ForumNo, directive: u32, clause: u32) -> String {
    format!("/dien-dan/{no}/viec/{directive}.{clause}/phan-doi")
}

/// The feed of a forum.
pub fn feed(no: ForumNo) -> String {
    format!("/dien-dan/{no}/tin.atom")
}

/// The feed of a directive.
pub fn directive_feed(no: ForumNo, directive: u32) -> String {
    format!("/dien-dan/{no}/chi-dao/{directive}.atom")
}

/// The form that reports a published text, by the entry that holds it.
pub fn flag(entry: u64) -> String {
    format!("/bao/{entry}")
}

/// Where reports of articles and of the office's own texts are settled.
pub const OFFICE_FLAGS: &str = "/dieu-hanh/tin-bao";

/// Where an auditor sees private entries.
pub const AUDIT: &str = "/dieu-hanh/kiem-toan";

/// A receipt, by its code.
pub fn receipt(code: &str) -> String {
    format!("/bien-nhan/{code}")
}

/// The work page of an article, by its number.
pub fn article_desk(article: u32) -> String {
    format!("/dieu-hanh/bai-viet/{article}")
}

/// A place at an article's work page: [`article_desk`] and one more step.
pub fn at_article_desk(article: u32, step: &str) -> String {
    format!("/dieu-hanh/bai-viet/{article}/{step}")
}

/// The desk of a forum.
pub fn desk(no: ForumNo) -> String {
    format!("/dieu-hanh/dien-dan/{no}")
}

/// A place at a forum's desk: [`desk`] and one more step.
pub fn at_desk(no: ForumNo, step: &str) -> String {
    format!("/dieu-hanh/dien-dan/{no}/{step}")
}

/// The work page of a clause.
pub fn clause_desk(no: ForumNo, directive: u32, clause: u32) -> String {
    format!("/dieu-hanh/dien-dan/{no}/viec/{directive}.{clause}")
}
