namespace UltimateCopilot.Languages.Exact.Sql.Grammar;

/// <summary>Instructions of the <see cref="SqlMachine"/>, each followed by its operands.</summary>
internal enum GrammarOp
{
    /// <summary>Goes back to the last choice.</summary>
    Fail,

    /// <summary>Takes a token of a kind, or fails.</summary>
    Kind,

    /// <summary>Takes a token of a set, or fails.</summary>
    Set,

    /// <summary>Takes a token of a kind where there is one.</summary>
    MayKind,

    /// <summary>Takes a token of a set where there is one.</summary>
    MaySet,

    /// <summary>Goes on elsewhere unless the token is of a kind.</summary>
    TestKind,

    /// <summary>Goes on elsewhere unless the token is of a set.</summary>
    TestSet,

    /// <summary>Goes on where a table says for the token's kind.</summary>
    Switch,

    /// <summary>Fails unless the token is of a set, without taking it.</summary>
    Present,

    /// <summary>Fails if the token is of a set.</summary>
    Absent,

    /// <summary>Calls a rule.</summary>
    Call,

    /// <summary>Ends a rule.</summary>
    Return,

    /// <summary>Goes on elsewhere.</summary>
    Jump,

    /// <summary>Remembers where to go on if what follows fails.</summary>
    Choice,

    /// <summary>Forgets the last choice and goes on elsewhere.</summary>
    Commit,

    /// <summary>As a choice, for what is only looked at.</summary>
    Look,

    /// <summary>Ends a look at what has to be there: goes back to its start and on elsewhere.</summary>
    EndPresent,

    /// <summary>Ends a look at what must not be there: fails.</summary>
    EndAbsent,

    /// <summary>The end of all.</summary>
    Accept,
}
