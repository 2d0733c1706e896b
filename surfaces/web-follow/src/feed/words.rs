//! What feeds say beside the sentences of entries.

web_kit::words! {
    /// What feeds say.
    pub struct FeedWords;

    of_forum(title: &str) { vi: "{title}: mọi việc", en: "{title}: all that happens" }
    of_directive(n: u32, title: &str) { vi: "CĐ-{n}: việc làm theo kết luận. {title}", en: "CĐ-{n}: what is done. {title}" }
    office() { vi: "Văn phòng", en: "The office" }
}
