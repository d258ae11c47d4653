//! Rules, their functions, and what stands in for them.
