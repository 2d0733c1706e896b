//! What several tests look for.

/// Fails when markup holds anything the content security policy would refuse, or an id twice.
pub fn assert_clean(html: &str) {
    for tag in html.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        let name = tag.split_ascii_whitespace().next().unwrap_or_default();
        assert_ne!(name, "style", "an inline style sheet");
        assert!(
            name != "script" || tag.contains(" src=\"/tinh/"),
            "an inline script: <{tag}>"
        );
        // quoted values out of the way: what a person typed may say anything
        let bare: String = tag.split('"').step_by(2).collect::<Vec<_>>().join("\"\"");
        assert!(!bare.contains(" style="), "an inline style: <{tag}>");
        assert!(
            !bare
                .split_ascii_whitespace()
                .any(|a| a.starts_with("on") && a.contains('=')),
            "a handler: <{tag}>"
        );
    }
    let mut ids: Vec<&str> = html
        .split(" id=\"")
        .skip(1)
        .filter_map(|s| s.split('"').next())
        .collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "an id stands twice");
    for target in html
        .split(" aria-describedby=\"")
        .skip(1)
        .filter_map(|s| s.split('"').next())
    {
        for id in target.split(' ') {
            assert!(
                ids.binary_search(&id).is_ok(),
                "aria-describedby names {id}, which is not there"
            );
        }
    }
}
