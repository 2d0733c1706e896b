//! Lists of what a rule lets pass, each line with its reason; a line that nothing needs any more is told, not failed.

/// A line of such a list.
pub struct Allowed {
    /// File, relative to the root.
    pub path: &'static str,
    /// The function in it; all of the file when empty.
    pub function: &'static str,
    /// Why it may.
    pub why: &'static str,
}

/// Something a rule found, before the list is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// File, relative to the root.
    pub path: String,
    /// The function it is in; empty outside of one.
    pub function: String,
    /// Line, from 1.
    pub line: usize,
    /// What stands there.
    pub what: String,
}

impl Allowed {
    /// Whether this line lets a use pass.
    pub fn covers(&self, found: &Use) -> bool {
        self.path == found.path && (self.function.is_empty() || self.function == found.function)
    }
}

/// A note for each line that covers nothing.
pub fn idle(rule: &str, list: &[Allowed], uses: &[Use]) -> Vec<String> {
    list.iter()
        .filter(|line| !uses.iter().any(|found| line.covers(found)))
        .map(|line| {
            let place = [line.path, line.function].join(" ");
            format!(
                "{rule}: {} is allowed ({}) and needs it no more",
                place.trim_end(),
                line.why
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_covers_its_function_only() {
        let list = [
            Allowed {
                path: "a.rs",
                function: "show",
                why: "the host",
            },
            Allowed {
                path: "b.rs",
                function: "",
                why: "all of it",
            },
        ];
        let found = |path: &str, function: &str| Use {
            path: path.into(),
            function: function.into(),
            line: 1,
            what: String::new(),
        };
        assert!(list[0].covers(&found("a.rs", "show")) && !list[0].covers(&found("a.rs", "send")));
        assert!(list[1].covers(&found("b.rs", "any")) && !list[1].covers(&found("a.rs", "any")));
        assert_eq!(
            idle("rule", &list, &[found("b.rs", "x")]),
            ["rule: a.rs show is allowed (the host) and needs it no more"]
        );
    }
}
