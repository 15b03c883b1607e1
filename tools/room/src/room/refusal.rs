//! Why something is refused.

/// The reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// Only a lecturer's page may do that, and the key is missing or wrong.
    Key,
    /// Another lecturer's page leads.
    Led,
    /// Too many messages in too short a time.
    Rate,
    /// The message is too long.
    Size,
    /// The message is none of the protocol's, or a number in it is out of its bounds.
    Form,
    /// The question or the round is not open, or there is nothing to restore any more.
    Closed,
    /// There are as many visitors, answers or votes as are kept.
    Full,
    /// The request asks for another computer.
    Host,
    /// The request comes from another site's page.
    Origin,
    /// The request asks for something that is not there.
    Path,
    /// A page takes nothing of what it is sent.
    Slow,
}

impl Refusal {
    /// As a page is told.
    pub fn reason(self) -> &'static str {
        match self {
            Refusal::Key => "key",
            Refusal::Led => "led",
            Refusal::Rate => "rate",
            Refusal::Size => "size",
            Refusal::Form => "form",
            Refusal::Closed => "closed",
            Refusal::Full => "full",
            Refusal::Host => "host",
            Refusal::Origin => "origin",
            Refusal::Path => "path",
            Refusal::Slow => "slow",
        }
    }

    /// As the person at the terminal is told, after "refused: ".
    pub fn sentence(self) -> &'static str {
        match self {
            Refusal::Key => "a page wants to lead, without the lecturer's key",
            Refusal::Led => "a second lecturer's page, while another one leads",
            Refusal::Rate => "a page that sends too many messages",
            Refusal::Size => "a message that is too long",
            Refusal::Form => "a message that is none of the room's",
            Refusal::Closed => "an answer or a vote that came too late",
            Refusal::Full => "somebody more than there is room for",
            Refusal::Host => "a request for another computer's name",
            Refusal::Origin => "another site's page",
            Refusal::Path => "a request for something that is not there",
            Refusal::Slow => "a page that takes nothing of what it is sent",
        }
    }
}
