//! What the auditor's page says.

web_kit::words! {
    /// What the auditor's page says.
    pub(super) struct AuditWords;

    title() { vi: "Dòng riêng của sổ", en: "Private entries of the ledger" }
    lead() { vi: "Dòng riêng không ai khác xem được. Ở đây kiểm toán xem đúng từng chữ của dòng, cùng bằng chứng rằng dòng ấy có trong sổ và không bị sửa.", en: "Nobody else sees private entries. Here an auditor sees an entry to the letter, with the proof that it is in the ledger and was not changed." }
    entry() { vi: "Số dòng", en: "Number of the entry" }
    hint() { vi: "Số dòng và dấu của mọi dòng riêng có ở trang sổ cái.", en: "The ledger page has the number and digest of every private entry." }
    look() { vi: "Xem dòng này", en: "See this entry" }
    book() { vi: "Mở sổ cái", en: "Open the ledger" }
    no_number() { vi: "Số dòng chỉ gồm chữ số. Gõ lại, ví dụ 1.204.", en: "The number has digits only. Type it again, for example 1204." }
    nothing() { vi: "Sổ chưa có dòng này. Xem số dòng ở trang sổ cái rồi gõ lại.", en: "The ledger has no such entry yet. Look the number up on the ledger page and type it again." }
    public() { vi: "Dòng này công khai, ai cũng xem được ở trang sổ cái.", en: "This entry is public: anyone can read it on the ledger page." }
    no_entry() { vi: "không đọc được", en: "unreadable" }
    found(number: &str) { vi: "Dòng {number}", en: "Entry {number}" }
    kind() { vi: "Loại", en: "Kind" }
    when() { vi: "Giờ ghi", en: "Hour" }
    digest() { vi: "Dấu (SHA-256)", en: "Digest (SHA-256)" }
    bytes() { vi: "Từng chữ của dòng", en: "The entry to the letter" }
    files() { vi: "Tự kiểm tra", en: "Check it yourself" }
    entry_file() { vi: "Tải dòng này", en: "Get the entry" }
    proof_file() { vi: "Tải bằng chứng (.tlog-proof)", en: "Get the proof (.tlog-proof)" }
    how() { vi: "SHA-256 của tệp dòng phải bằng dấu ở trên và bằng dấu sổ cái cho xem; bằng chứng dẫn dấu ấy đến gốc đã ký.", en: "The SHA-256 of the entry's file must equal the digest above and the one the ledger shows; the proof leads from it to the signed root." }
}
