"""Pure: from staged pages to the files of the search index, one index a language.

`overrides/assets/search.js` reads them; what it shares with this room (folding, stems, shards, codes of
numbers) is compared in `tests/search`.
"""
