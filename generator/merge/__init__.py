"""Merging: from what each article says to what all of them say, with the reasons. One door: `merge_facts`.

Facts go in, `Knowledge` comes out; nothing is read, written or remembered between calls, and the order of the files does not
matter. How it goes:

1. `intake` puts the files in order, `asof` leaves out what was not known on the day asked for; rejected facts, proposals and
   duplicates go. `splitting` takes apart what one article runs together and a person told apart.
2. `bearers`, `actor_rules` and `actors` find who is who (`names` and `bodies` compare names); `origins` finds who first reported
   what (`copies` tells near-identical wording). `binding` ties each fact to both: a `report`. Nothing after it is local to an
   article.
3. `rounds` groups meetings (`rounds_made`, `meeting_states`), `round_findings` and `round_values` find what holds of each (`places`,
   `lengths`, `hours`); `positions` (under `topics`, in words by `contents`), `deals` (`deal_words`), `statements`, `events`, `figures`
   and `roles` make the other findings; `verdicts` says how firmly each stands, counted by origins.
4. `opposed` and `denials` find what cannot both be true beside single values, `changes` and `outlooks` what was true in its time;
   `promises`, `commitments`, `gaps` and `news` look over the whole; `hiding` takes out what an editor hid. `edtf`, `wording` and
   `clusters` are the tools.

What rules know of English stands in `generator/lexicon/merge_*.yml`. What a person decided (`decisions`,
`actor_decisions`, `round_decisions`) wins over all rules, whatever else was decided; `idle` says which decision changes nothing.
"""

from generator.merge.assembly import merge_facts
from generator.merge.news import compare

__all__ = ["compare", "merge_facts"]
