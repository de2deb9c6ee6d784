"""The checks of translate-toolkit, as pofilter runs them: pairs as JSON lines in, the names of those that fail as JSON out."""
import json
import sys

from translate.filters import checks

pairs = [json.loads(line) for line in sys.stdin]
# Its limit of words and its switches for programs say nothing of such texts.
left_out = ["spellcheck", "musttranslatewords", "notranslatewords"]
config = checks.CheckerConfig(targetlanguage="en")
checker = checks.StandardChecker(checkerconfig=config, excludefilters=left_out)
names = [name for name in checker.getfilters() if name not in ("hassuggestion", "isfuzzy", "isreview", "nplurals")]


def fails(name, zh, en):
    try:
        return not getattr(checker, name)(zh, en)
    except checks.FilterFailure:
        return True
    except Exception:
        return False


print(json.dumps([[name for name in names if fails(name, pair["zh"], pair["en"])] for pair in pairs]))
