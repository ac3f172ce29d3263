"""Prints the triples of a JSON-LD file, sorted, without what hangs on blank nodes."""

import json
import sys

import rdflib

graph = rdflib.Graph().parse(sys.argv[1], format="json-ld")
triples = [
    " ".join(term.n3() for term in triple)
    for triple in graph
    if not any(isinstance(term, rdflib.BNode) for term in triple)
]
json.dump(sorted(triples), sys.stdout)
