team="a"
