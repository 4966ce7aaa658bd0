"""The rates that the README states: python -m tests.corpus"""

from tests.corpus.correct import correct, judge
from tests.corpus.more_mutations import MUTATIONS
from tests.corpus.test_corpus import found_by

missed = []
for mutation in MUTATIONS:
    found = found_by(mutation)
    if not {finding.code for finding in found} & set(mutation.codes):
        missed.append(f"{mutation.name}: {sorted({finding.code for finding in found})}")
judgements = {name: judge(name, written()) for name, written in correct().items()}
errors = {name: judged.of_severity("error") for name, judged in judgements.items() if judged.of_severity("error")}
warnings = {name: judged.of_severity("warning") for name, judged in judgements.items() if judged.of_severity("warning")}
print(f"{len(MUTATIONS)} planted faults, {len(MUTATIONS) - len(missed)} found by the right rule")
print(*missed, sep="\n")
print(f"{len(judgements)} correct documents, errors in {len(errors)}, warnings in {len(warnings)}")
for name, found in (*errors.items(), *warnings.items()):
    print(name, *{(finding.code, finding.message[:60], finding.place.text) for finding in found}, sep="\n    ")
