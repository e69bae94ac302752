"""One package a finding family: plain functions from claims and knowledge to findings."""
