"""Merging: from what each article says to what all of them say, with the reasons. One door: `merge_facts`.

Facts go in, `Knowledge` comes out; nothing is read, written or remembered between calls, and the order of the files does not
matter. How it goes:

1. `asof` leaves out what was not known on the day asked for; rejected facts and duplicates of a file go too.
2. `bearers`, `actor_rules`, `actors` find who is who (`names`, `bodies` compare names); `origins` finds who copied whom.
3. `reports` binds each fact to its origin and to the merged actors. From here on no article-local id is used.
4. `rounds` groups meetings, `rounds_told` finds what holds of each; `positions`, `statements`, `events`, `figures`, `roles`
   make the other findings; `verdicts` says how firmly each stands, by origins.
5. `conflicts` and `changes` find what cannot both be true, and what was true in its time; `promises`, `gaps`, `news`
   look over the whole.

What rules know of English stands in `generator/lexicon/merge_*.yml`. What a person decided (`decisions`) wins over all rules.
"""

from generator.merge.assembly import merge_facts
from generator.merge.news import compare

__all__ = ["compare", "merge_facts"]
