"""The numbers check of translate-toolkit: pairs as JSON lines in, 1 or 0 a line out, the seconds it took last."""
import json
import sys
import time

from translate.filters import checks

pairs = [json.loads(line) for line in sys.stdin]
checker = checks.StandardChecker(checkerconfig=checks.CheckerConfig(targetlanguage="en"))


def flagged(zh, en):
    try:
        return not checker.numbers(zh, en)
    except checks.FilterFailure:
        return True


start = time.process_time()
results = [flagged(pair["zh"], pair["en"]) for pair in pairs]
print(json.dumps({"flagged": results, "seconds": time.process_time() - start}))
