"""Reads every export of a folder with readers that know nothing of Claimgraph, and prints what they found."""

import csv
import json
import pathlib
import sys
from xml.parsers import expat

import networkx
import rdflib

folder = pathlib.Path(sys.argv[1])


def well_formed(name):
    found = {"doctype": False}
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = lambda *_: found.update(doctype=True)
    parser.Parse((folder / name).read_bytes(), True)
    return not found["doctype"]


def rows(name):
    with open(folder / name, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file, strict=True))


def values(graph, part):
    items = graph.nodes(data=True) if part == "nodes" else graph.edges(data=True)
    return [data for *_, data in items]


def linked(name):
    graph = rdflib.Graph().parse(folder / name, format="json-ld")
    own = "urn:claimgraph:"
    name_of = rdflib.URIRef("https://schema.org/name")
    note_of = rdflib.URIRef(own + "property:note")
    statements = graph.subjects(rdflib.RDF.type, rdflib.RDF.Statement)
    nodes = sorted({node for node in graph.subjects() if not isinstance(node, rdflib.BNode)})
    return {
        "nodes": [[str(value) for value in graph.objects(node, name_of)] for node in nodes],
        "edges": [[str(value) for value in graph.objects(node, note_of)] for node in statements],
        "subjects": nodes,
    }


data = json.loads((folder / "json.json").read_text(encoding="utf-8"))
node_link = networkx.node_link_graph(data, edges="edges")
graphml = networkx.read_graphml(folder / "graphml.graphml", force_multigraph=True)
gexf = networkx.read_gexf(folder / "gexf.gexf")
found = {
    "wellFormed": [well_formed("graphml.graphml"), well_formed("gexf.gexf")],
    "claims": rows("csv.csv"),
    "entities": rows("csv-entities.csv"),
    "json": {"nodes": values(node_link, "nodes"), "edges": values(node_link, "edges")},
    "graphml": {"nodes": values(graphml, "nodes"), "edges": values(graphml, "edges")},
    "gexf": {"nodes": values(gexf, "nodes"), "edges": values(gexf, "edges")},
    "jsonld": linked("jsonld.jsonld"),
    "version": node_link.graph["version"],
}
json.dump(found, sys.stdout)
