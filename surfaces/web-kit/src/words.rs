//! Words as typed functions: a phrase without its Vietnamese or its English does not compile.
//!
//! ```
//! web_kit::words! {
//!     /// What the forum's pages say.
//!     pub struct ForumWords;
//!
//!     send() { vi: "Gửi ý kiến", en: "Send" }
//!     by_whom(name: &str) { vi: "của {name}", en: "by {name}" }
//!     days_left(n: u64) { vi: "Còn {n} ngày", en_one: "One day left", en: "{n} days left" }
//! }
//! let w = ForumWords(web_kit::Lang::En);
//! assert_eq!(w.send(), "Send");
//! assert_eq!(w.days_left(1), "One day left");
//! assert_eq!(w.days_left(2000), "2,000 days left");
//! assert_eq!(ForumWords(web_kit::Lang::Vi).days_left(2000), "Còn 2.000 ngày");
//! ```
//!
//! A phrase without arguments is a `&'static str`, one with arguments a `String`. Each argument's type implements [`Say`]. `vi` and
//! `en` must both use every argument; `en_one` is chosen when the first argument is 1. Phrases are plain text: templates escape them.

use crate::Lang;
use base::time::Date;
use base::vietnamese::{number, short_date};
use std::borrow::Cow;

/// How a value stands in a sentence of a language.
pub trait Say {
    /// The value as words: counts with their thousands parted, text as it is.
    fn say(&self, lang: Lang) -> String;

    /// True when English needs the singular.
    fn is_one(&self) -> bool {
        false
    }
}

macro_rules! say_count {
    ($($t:ty),*) => {$(
        impl Say for $t {
            fn say(&self, lang: Lang) -> String {
                number(*self, lang)
            }
            fn is_one(&self) -> bool {
                *self == 1
            }
        }
    )*};
}
say_count!(u32, u64, usize);

/// For numbers that name rather than count (a year, an hour, a step): no thousands mark.
macro_rules! say_plain {
    ($($t:ty),*) => {$(
        impl Say for $t {
            fn say(&self, _: Lang) -> String {
                self.to_string()
            }
            fn is_one(&self) -> bool {
                *self == 1
            }
        }
    )*};
}
say_plain!(u8, u16, i8, i16);

/// The day alone: 29/12/2019.
impl Say for Date {
    fn say(&self, lang: Lang) -> String {
        short_date(*self, lang)
    }
}

impl Say for str {
    fn say(&self, _: Lang) -> String {
        self.to_owned()
    }
}

impl Say for String {
    fn say(&self, _: Lang) -> String {
        self.clone()
    }
}

impl Say for Cow<'_, str> {
    fn say(&self, _: Lang) -> String {
        self.clone().into_owned()
    }
}

impl<T: Say + ?Sized> Say for &T {
    fn say(&self, lang: Lang) -> String {
        (**self).say(lang)
    }
    fn is_one(&self) -> bool {
        (**self).is_one()
    }
}

/// Declares a set of phrases; see the module's text.
#[macro_export]
macro_rules! words {
    (@phrase [$($meta:tt)*] $name:ident () { vi: $vi:literal, en: $en:literal $(,)? }) => {
        $($meta)*
        #[doc = concat!("“", $vi, "” · “", $en, "”")]
        pub const fn $name(self) -> &'static str {
            match self.0 {
                $crate::Lang::Vi => $vi,
                $crate::Lang::En => $en,
            }
        }
    };
    (@phrase [$($meta:tt)*] $name:ident ($($arg:ident : $ty:ty),+) { vi: $vi:literal, en: $en:literal $(,)? }) => {
        $($meta)*
        #[doc = concat!("“", $vi, "” · “", $en, "”")]
        pub fn $name(self, $($arg: $ty),+) -> String {
            $(let $arg = $crate::words::Say::say(&$arg, self.0);)+
            match self.0 {
                $crate::Lang::Vi => format!($vi, $($arg = $arg),+),
                $crate::Lang::En => format!($en, $($arg = $arg),+),
            }
        }
    };
    (@phrase [$($meta:tt)*] $name:ident ($first:ident : $fty:ty $(, $arg:ident : $ty:ty)*)
        { vi: $vi:literal, en_one: $one:literal, en: $en:literal $(,)? }) => {
        $($meta)*
        #[doc = concat!("“", $vi, "” · “", $one, "” · “", $en, "”")]
        pub fn $name(self, $first: $fty $(, $arg: $ty)*) -> String {
            let one = $crate::words::Say::is_one(&$first);
            let $first = $crate::words::Say::say(&$first, self.0);
            $(let $arg = $crate::words::Say::say(&$arg, self.0);)*
            match self.0 {
                $crate::Lang::Vi => format!($vi, $first = $first $(, $arg = $arg)*),
                $crate::Lang::En if one => format!($one),
                $crate::Lang::En => format!($en, $first = $first $(, $arg = $arg)*),
            }
        }
    };
    ($(#[$meta:meta])* $vis:vis struct $name:ident;
        $($(#[$pmeta:meta])* $phrase:ident ($($arg:ident : $ty:ty),* $(,)?) { $($body:tt)* })*) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug)]
        $vis struct $name(pub $crate::Lang);

        impl $name {
            $($crate::words! { @phrase [$(#[$pmeta])*] $phrase ($($arg : $ty),*) { $($body)* } })*
        }
    };
}
