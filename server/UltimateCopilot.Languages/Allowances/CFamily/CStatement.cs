namespace UltimateCopilot.Languages.Allowances.CFamily;

/// <summary>A statement, declaration or member, or the head of one up to the brace of its body.</summary>
/// <param name="Start">Its first token.</param>
/// <param name="End">The token behind its last one.</param>
/// <param name="Context">What it stands in.</param>
/// <param name="Opens">What its last token opens; null where it is whole.</param>
/// <param name="FollowsMembers">Whether it goes on behind the brace that closes a struct, class or union.</param>
/// <param name="Parent">Index of the statement in whose body it stands; -1 where there is none.</param>
/// <param name="IsBalanced">Whether each bracket in it has its partner.</param>
internal readonly record struct CStatement(int Start, int End, CContext Context, CContext? Opens, bool FollowsMembers, int Parent, bool IsBalanced);
