"""Measurements against the named peers; run by ``make bench``, never by the tests."""
