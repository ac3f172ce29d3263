"""Against the running server at CLAIMGRAPH_URL, which has to hold the first article."""

import os
import unittest

from claimgraph import ApiError, connect, pages, query

CLAIMS = """
query Claims($first: Int, $after: String) {
  claims(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id } }
}
"""

OF_ARTICLE = """
query OfArticle($id: ID!, $after: String) {
  article(id: $id) { claims(first: 50, after: $after) { pageInfo { hasNextPage endCursor } nodes { id } } }
}
"""


class ConnectTest(unittest.TestCase):
    def test_takes_the_address_with_and_without_the_path(self) -> None:
        url = os.environ["CLAIMGRAPH_URL"]
        for address in (url, f"{url}/", f"{url}/graphql"):
            self.assertEqual(query(connect(address), "{ __typename }"), {"__typename": "Query"})

    def test_says_what_to_do_where_nothing_answers(self) -> None:
        with self.assertRaisesRegex(ConnectionError, "^Nothing answers at http://127.0.0.1:9. Start"):
            connect("http://127.0.0.1:9")


class QueryTest(unittest.TestCase):
    def test_hands_variables_on(self) -> None:
        data = query(connect(), "query Name($id: ID!) { entity(id: $id) { name } }", id="cnn")
        self.assertEqual(data, {"entity": {"name": "CNN"}})

    def test_raises_with_code_and_details(self) -> None:
        with self.assertRaises(ApiError) as caught:
            query(connect(), "{ claims(first: 1000) { totalCount } }")
        self.assertEqual(caught.exception.code, "LIMIT_EXCEEDED")
        self.assertIsNone(caught.exception.id)
        self.assertEqual(caught.exception.details, {"limit": "first", "value": 1000, "max": 500})
        self.assertRegex(str(caught.exception), r"^first is 1000, and at most 500 is allowed\..*\[LIMIT_EXCEEDED\]$")

    def test_raises_for_a_document_that_cannot_be_read(self) -> None:
        with self.assertRaises(ApiError) as caught:
            query(connect(), "{ nothing }")
        self.assertEqual(caught.exception.code, "GRAPHQL_VALIDATION_FAILED")


class PagesTest(unittest.TestCase):
    def test_reads_a_list_to_its_end_and_counts(self) -> None:
        read = list(pages(connect(), CLAIMS, "claims", first=30))
        total = read[0].total
        assert total is not None
        self.assertEqual([page.read for page in read], [30, 60, total])
        self.assertEqual(len({node["id"] for page in read for node in page.nodes}), total)

    def test_reads_a_list_inside_another_object(self) -> None:
        read = list(pages(connect(), OF_ARTICLE, "article.claims", id="2026-01-28-cia-annex-venezuela"))
        self.assertEqual([(len(page.nodes), page.total) for page in read], [(50, None), (read[1].read - 50, None)])


if __name__ == "__main__":
    unittest.main()
