variable "team" {} # who pays
```
