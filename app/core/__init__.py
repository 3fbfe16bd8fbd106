"""The exercise's rules: state, actions, events, ledger, views. Plain Python: no Qt, files or clock."""
