namespace UltimateCopilot.Languages.Exact.Html;

/// <summary>What a control piece of a template does with the text around it.</summary>
internal enum HtmlTemplateRole
{
    /// <summary>Nobody knows: code of a programming language.</summary>
    Unknown,

    /// <summary>The text stays in its order, but more may be put in here: an include, an assignment, a named block.</summary>
    Insertion,

    /// <summary>Begins text that may be left out.</summary>
    Branch,

    /// <summary>Begins text that may be left out or repeated.</summary>
    Loop,

    /// <summary>Ends one of several texts and begins the next.</summary>
    Otherwise,

    /// <summary>Ends what a piece with its name began.</summary>
    End,
}
