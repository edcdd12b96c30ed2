using Readout.Text;

namespace Readout.Annotations;

/// <summary>The universal part-of-speech tags of Universal Dependencies, version 2.</summary>
public enum Upos : byte { Adj, Adp, Adv, Aux, Cconj, Det, Intj, Noun, Num, Part, Pron, Propn, Punct, Sconj, Sym, Verb, X }

/// <summary>
/// A syntactic word (Universal Dependencies): what a tree is made of. Most tokens are one word; "state-owned" is one
/// token and three words, "cannot" one token and two.
/// </summary>
/// <param name="Span">Its place.</param>
/// <param name="Token">Index of the token it belongs to, in <see cref="Document.Tokens"/>.</param>
/// <param name="Upos">Universal part of speech.</param>
/// <param name="Xpos">Penn Treebank tag ("VBD"): tense and number where <paramref name="Upos"/> leaves them open.</param>
/// <param name="Lemma">The form a dictionary lists it under ("go" for "went").</param>
/// <param name="Head">Index of the word it depends on, in <see cref="Document.Words"/>; −1 for the root of a sentence.</param>
/// <param name="Relation">Its relation to the head, subtype included ("nsubj:pass"); "root" for the root.</param>
public readonly record struct Word(Span Span, int Token, Upos Upos, string Xpos, string Lemma, int Head, string Relation);
