"""Ask a Claimgraph server: connect, query, pages."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import getitem
from typing import Any

from gql import Client, GraphQLRequest
from gql.transport.exceptions import TransportConnectionFailed, TransportQueryError
from gql.transport.requests import RequestsHTTPTransport

__all__ = ["ApiError", "Page", "connect", "pages", "query"]


class ApiError(Exception):
    """What the server refused or could not do, in its own words."""

    def __init__(self, message: str, extensions: dict[str, Any]) -> None:
        super().__init__(message)
        self.code: str | None = extensions.get("code")
        self.id: str | None = extensions.get("id")
        """Under which the server's log has the details; None where the message says it all."""
        self.details = {key: value for key, value in extensions.items() if key not in ("code", "id")}

    def __str__(self) -> str:
        return f"{self.args[0]} [{self.code}]"


@dataclass(frozen=True)
class Page:
    """Part of a list, with how far it has been read."""

    nodes: list[dict[str, Any]]
    read: int
    """Items read so far, those of this page included."""
    total: int | None
    """Items of the whole list; None where the document does not select totalCount."""


def connect(url: str | None = None, token: str | None = None) -> Client:
    """A client of the server at url, which has answered once.

    Without arguments CLAIMGRAPH_URL and CLAIMGRAPH_TOKEN are read, so that no notebook has to hold them.
    Raises ConnectionError where nothing answers, and ApiError where the server lets nobody in without a token.
    """
    address = (url or os.environ.get("CLAIMGRAPH_URL") or "http://localhost:4000").rstrip("/")
    token = token or os.environ.get("CLAIMGRAPH_TOKEN")
    headers = {"Authorization": f"Bearer {token}"} if token else None
    endpoint = address if address.endswith("/graphql") else f"{address}/graphql"
    # Not the asynchronous transports: a notebook has an event loop of its own, which they cannot run in.
    client = Client(transport=RequestsHTTPTransport(url=endpoint, headers=headers))
    try:
        query(client, "{ __typename }")
    except TransportConnectionFailed:
        # Without the sixty lines of the libraries below, which bury the one that helps.
        raise ConnectionError(
            f"Nothing answers at {address}. Start Claimgraph with npm start, or name another address in CLAIMGRAPH_URL."
        ) from None
    return client


def query(client: Client, document: str, **variables: Any) -> dict[str, Any]:
    """The data that a GraphQL document asks for. Raises ApiError with the first error, if there is one."""
    try:
        return client.execute(GraphQLRequest(document, variable_values=variables))
    except TransportQueryError as error:
        first = (error.errors or [{}])[0]
        raise ApiError(first.get("message", str(error)), first.get("extensions", {})) from error


def pages(client: Client, document: str, field: str, **variables: Any) -> Iterator[Page]:
    """Page after page of the list at a field, such as "claims" or "article.claims", until it ends.

    The document takes $after and selects nodes and pageInfo { hasNextPage endCursor } of the field.
    """
    read, more = 0, True
    while more:
        connection = reduce(getitem, field.split("."), query(client, document, **variables))
        read += len(connection["nodes"])
        yield Page(connection["nodes"], read, connection.get("totalCount"))
        more = connection["pageInfo"]["hasNextPage"]
        variables["after"] = connection["pageInfo"]["endCursor"]
