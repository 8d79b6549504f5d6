"""What was found in plans, kept between runs. A plan is known by all that its findings depend on, and by nothing else:

the program (its code, Python, the libraries it reads plans with), the methods asked for, the names and contents of the plan's
files, and what was read beside them. What a team has agreed on is applied afterwards, as to findings that are new. Whatever is
wrong with a cache, it only knows nothing.
"""
