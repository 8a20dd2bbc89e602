using UltimateCopilot.Languages.Tests.Explain;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Tests.Exact;

/// <summary>What Sass refuses beyond the syntax of CSS: https://sass-lang.com/documentation/.</summary>
[TestFixture]
public sealed class SassRuleTests
{
    [TestCase("@use \"a\" with ();")]
    [TestCase("@use \"a\" with ($b);")]
    [TestCase("@use \"a\" with ($b: 1) as c;")]
    [TestCase("@use \"a\" as 1;")]
    [TestCase("@forward \"a\" as *;")]
    [TestCase("@forward \"a\" show b hide c;")]
    [TestCase("@function and() { @return 1; }")]
    [TestCase("@function -moz-element() { @return 1; }")]
    [TestCase("@mixin --a() { b: c }")]
    [TestCase("@mixin a($b...: 1) { c: d }")]
    [TestCase("@include a using ($b);")]
    [TestCase("@include a($b: 1, 2);")]
    [TestCase("$a: b($c: 1, 2);")]
    [TestCase("@function a() { @media print { @return 1; } }")]
    [TestCase("a { b: c.$_d }")]
    [TestCase("a { b: c.-d() }")]
    [TestCase("a { b: #{} }")]
    [TestCase("a { b: U+1234567 }")]
    [TestCase("a { b: U+12-3g }")]
    [TestCase("a { .b& { c: d } }")]
    [TestCase("#4a { b: c }")]
    [TestCase("a:nth-child() { b: c }")]
    [TestCase("a:is(+ ~ b) { c: d }")]
    [TestCase("[a=b 1] { c: d }")]
    [TestCase("@media (a) and (b) or (c) { d { e: f } }")]
    [TestCase("@media screen or (a) { b { c: d } }")]
    [TestCase("@media (1px < width > 2px) { a { b: c } }")]
    [TestCase("a { b: if(css(1) and css(2) or css(3): d) }")]
    [TestCase("a { b: if(not css(1) and css(2): d) }")]
    [TestCase("a { b: if(sass($c) var(--d): e) }")]
    [TestCase("@use \"a\" with ($b: 1 !default);")]
    [TestCase("@if $a {\n  b: c;\n}\n")]
    [TestCase("@extend .a;")]
    [TestCase("@supports (color:) { a { b: c } }")]
    public void Check_Mistake_IsFound(string code) => Assert.That(MistakeBook.Full("scss", SourceText.From(code)).Select(static finding => finding.Message), Has.Exactly(1).Items);

    [TestCase("@use \"a\" as * with ($b: 1, $c: (d: e),); @forward \"f\" as g-* show h, $i with ($j: k !default);")]
    [TestCase("@function --a(--b <length>: 1px) returns <length> { result: calc(var(--b) * 2); }")]
    [TestCase("@mixin a($b: 1, $c, $d...) { e: f } @include a($b...); @include g(1, $b: 2, $c...) using ($d) { h: i }")]
    [TestCase("a { b: U+?; c: U+A?BCDE; d: U+000001-7; e: u+1a2b; f: u + 1 }")]
    [TestCase("a { .b & { c: d } #{$e}& { f: g } & > & { h: i } .j:not(&) { k: l } }")]
    [TestCase("#a4, #{$b}4 { c: d } e:nth-child(2n + 1):is(f > g, + h) { i: j } [k=l i] { m: n }")]
    [TestCase("@media screen and not (a), (b) or (c) { d { e: f } } @supports (g: <h>) { i { j: k } }")]
    [TestCase("a { b: if(NOT css(1): c; css(2) AND css(3) AND (css(4) or css(5)): d; ELSE: e) }")]
    [TestCase("@if $a { b { c: d } } @mixin e { @if $f { g: h } @extend i; } j { @each $k in $l { m: n } } @include o { p: q }")]
    [TestCase("@supports (--a: ) { b { c: d } }")]
    public void Check_WhatSassTakes_IsFine(string code) => Assert.That(MistakeBook.Full("scss", SourceText.From(code)).Select(static finding => finding.Message), Is.Empty);
}
